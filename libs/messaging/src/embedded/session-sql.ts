const HELD = `
  held AS MATERIALIZED (
    SELECT (classid::bigint << 32) | objid::bigint AS key FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 1 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** What a member of a group says to PostgreSQL. $1 is the group, $2 the generation. */
export function sessionSql(schema: string) {
  return {
    // The member took its own lock before this row became visible, so a row without a lock is a dead member.
    join: `
      WITH ${HELD},
      buried AS (
        DELETE FROM ${schema}.group_member m WHERE group_name = $1 AND generation = $2
          AND NOT EXISTS (SELECT FROM held h WHERE h.key = m.member_key))
      INSERT INTO ${schema}.group_member (group_name, generation, topic_id, member_key)
      SELECT $1, $2, t, $4 FROM unnest($3::int[]) AS t`,
    census: `
      WITH ${HELD}
      SELECT m.topic_id AS "topicId", m.member_key::text AS key
      FROM ${schema}.group_member m JOIN held h ON h.key = m.member_key WHERE group_name = $1 AND generation = $2
      UNION ALL
      SELECT NULL, h.key::text FROM held h WHERE h.key = ANY ($3::bigint[])`,
    // UPDATE reads the newest committed row, so it sees what the former owner committed before it let go of the lock.
    claim: `
      WITH got AS MATERIALIZED (
        SELECT * FROM unnest($3::int[], $4::int[], $5::bigint[]) AS w(topic_id, partition, key)
        WHERE pg_try_advisory_lock(w.key))
      UPDATE ${schema}.group_position p SET epoch = p.epoch + 1
      FROM got g WHERE p.group_name = $1 AND p.generation = $2 AND p.topic_id = g.topic_id AND p.partition = g.partition
      RETURNING g.key::text AS key, p.epoch::text AS epoch, p.next_offset AS "nextOffset"`,
    commit: `
      UPDATE ${schema}.group_position p SET next_offset = w.next_offset, moved_at = now()
      FROM unnest($3::int[], $4::int[], $5::bigint[], $6::bigint[]) AS w(topic_id, partition, epoch, next_offset)
      WHERE p.group_name = $1 AND p.generation = $2 AND p.topic_id = w.topic_id AND p.partition = w.partition
        AND p.epoch = w.epoch AND p.next_offset < w.next_offset`,
    leave: `DELETE FROM ${schema}.group_member WHERE group_name = $1 AND generation = $2 AND member_key = $3`,
  };
}
