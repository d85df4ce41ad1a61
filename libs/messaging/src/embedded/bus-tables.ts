/**
 * The embedded log. A row holds a segment: messages of one partition that were published together, packed to what a
 * page takes, so that the cost of a row is shared by all of them. The payload is kept as it is: sealed fields do not
 * compress, and reading slices must not unpack; only a message that is larger than a page moves out of its row.
 *
 * Appending locks the rows of its partitions, in one order everywhere, and keeps them until its commit: so appenders
 * never deadlock and offsets become visible in order. A lock leaves no dead row behind, as a counter in the row would:
 * with one, every append gets slower as long as somebody holds an old snapshot (a backup, a long report).
 * `floor_offset` is where a partition goes on that retention has emptied.
 */
export function busTables(schema = 'bus'): { up: string; down: string } {
  return {
    up: `
      CREATE TABLE ${schema}.topic (
        topic_id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name       text    NOT NULL UNIQUE,
        partitions integer NOT NULL CHECK (partitions > 0)
      );
      CREATE TABLE ${schema}.topic_partition (
        topic_id     integer NOT NULL REFERENCES ${schema}.topic,
        partition    integer NOT NULL,
        floor_offset bigint  NOT NULL DEFAULT 0,
        PRIMARY KEY (topic_id, partition)
      );
      CREATE TABLE ${schema}.segment (
        topic_id     integer     NOT NULL,
        partition    integer     NOT NULL,
        base_offset  bigint      NOT NULL,
        published_at timestamptz NOT NULL,
        count        integer     NOT NULL,
        payload      bytea       NOT NULL,
        PRIMARY KEY (topic_id, partition, base_offset)
      ) WITH (toast_tuple_target = 8160);
      ALTER TABLE ${schema}.segment ALTER COLUMN payload SET STORAGE EXTERNAL;
      CREATE INDEX segment_published_at ON ${schema}.segment USING brin (published_at) WITH (autosummarize = on);
      CREATE TABLE ${schema}.group_position (
        group_name  text        NOT NULL,
        generation  bigint      NOT NULL,
        topic_id    integer     NOT NULL REFERENCES ${schema}.topic,
        partition   integer     NOT NULL,
        next_offset bigint      NOT NULL,
        epoch       bigint      NOT NULL DEFAULT 0,
        moved_at    timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (group_name, generation, topic_id, partition)
      ) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
      CREATE TABLE ${schema}.group_member (
        member_key bigint      NOT NULL,
        group_name text        NOT NULL,
        generation bigint      NOT NULL,
        topic_id   integer     NOT NULL REFERENCES ${schema}.topic,
        joined_at  timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (group_name, generation, topic_id, member_key)
      );
      ${logFunctions(schema)}`,
    down: `
      DROP FUNCTION IF EXISTS ${schema}.append, ${schema}.log_end;
      DROP TABLE IF EXISTS ${schema}.group_member, ${schema}.group_position, ${schema}.segment,
        ${schema}.topic_partition, ${schema}.topic;`,
  };
}

/**
 * `append` takes segments, each with its slot (one of the partitions, counted from 1) and its place behind what the
 * partition had before. It needs two snapshots: the second, taken under the locks, sees what their former holder wrote.
 */
function logFunctions(schema: string): string {
  const endOf = `greatest(p.floor_offset, (
          SELECT e.base_offset + e.count FROM ${schema}.segment e
          WHERE e.topic_id = p.topic_id AND e.partition = p.partition ORDER BY e.base_offset DESC LIMIT 1))`;
  return `
      CREATE FUNCTION ${schema}.log_end(of_topic integer, of_partition integer) RETURNS bigint LANGUAGE sql STABLE AS $$
        SELECT ${endOf} FROM ${schema}.topic_partition p WHERE p.topic_id = of_topic AND p.partition = of_partition
      $$;
      CREATE FUNCTION ${schema}.append(
        topic_ids integer[], partitions integer[],
        slots integer[], places integer[], counts integer[], payloads bytea[]
      ) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE appended_at timestamptz;
      BEGIN
        PERFORM FROM ${schema}.topic_partition p
          JOIN unnest(topic_ids, partitions) AS s(topic_id, partition)
            ON p.topic_id = s.topic_id AND p.partition = s.partition
          ORDER BY p.topic_id, p.partition FOR UPDATE OF p;
        appended_at := clock_timestamp();
        WITH slot AS MATERIALIZED (
          SELECT s.slot, s.topic_id, s.partition, ${endOf} AS base
          FROM unnest(topic_ids, partitions) WITH ORDINALITY AS s(topic_id, partition, slot)
          JOIN ${schema}.topic_partition p ON p.topic_id = s.topic_id AND p.partition = s.partition)
        INSERT INTO ${schema}.segment (topic_id, partition, base_offset, published_at, count, payload)
        SELECT s.topic_id, s.partition, s.base + m.place, appended_at, m.count, m.payload
        FROM unnest(slots, places, counts, payloads) AS m(slot, place, count, payload)
        LEFT JOIN slot s ON s.slot = m.slot;
      END $$;`;
}
