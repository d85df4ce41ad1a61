/**
 * The embedded log. `value` is kept as it is: sealed fields do not compress, and reading slices must not unpack.
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
      CREATE TABLE ${schema}.message (
        topic_id     integer     NOT NULL,
        partition    integer     NOT NULL,
        log_offset   bigint      NOT NULL,
        published_at timestamptz NOT NULL,
        key          text        NOT NULL,
        value        bytea       NOT NULL,
        attributes   json        NOT NULL,
        headers      json,
        PRIMARY KEY (topic_id, partition, log_offset)
      );
      ALTER TABLE ${schema}.message ALTER COLUMN value SET STORAGE EXTERNAL;
      CREATE INDEX message_published_at ON ${schema}.message USING brin (published_at) WITH (autosummarize = on);
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
      DROP TABLE IF EXISTS ${schema}.group_member, ${schema}.group_position, ${schema}.message,
        ${schema}.topic_partition, ${schema}.topic;`,
  };
}

/** `append` needs two snapshots: the second, taken under the locks, sees what the former holder of them wrote. */
function logFunctions(schema: string): string {
  return `
      CREATE FUNCTION ${schema}.log_end(of_topic integer, of_partition integer) RETURNS bigint LANGUAGE sql STABLE AS $$
        SELECT greatest(p.floor_offset, (
          SELECT m.log_offset + 1 FROM ${schema}.message m WHERE m.topic_id = of_topic AND m.partition = of_partition
          ORDER BY m.log_offset DESC LIMIT 1))
        FROM ${schema}.topic_partition p WHERE p.topic_id = of_topic AND p.partition = of_partition
      $$;
      CREATE FUNCTION ${schema}.append(
        topic_ids integer[], partitions integer[],
        slots integer[], seqs integer[], keys text[], bodies bytea[], attributes text[], headers text[]
      ) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE appended_at timestamptz;
      BEGIN
        PERFORM FROM ${schema}.topic_partition p
          JOIN unnest(topic_ids, partitions) AS s(topic_id, partition)
            ON p.topic_id = s.topic_id AND p.partition = s.partition
          ORDER BY p.topic_id, p.partition FOR UPDATE OF p;
        appended_at := clock_timestamp();
        WITH slot AS MATERIALIZED (
          SELECT s.slot, s.topic_id, s.partition, ${schema}.log_end(s.topic_id, s.partition) AS base
          FROM unnest(topic_ids, partitions) WITH ORDINALITY AS s(topic_id, partition, slot))
        INSERT INTO ${schema}.message (topic_id, partition, log_offset, published_at, key, value, attributes, headers)
        SELECT s.topic_id, s.partition, s.base + m.seq, appended_at, m.key, m.body, m.attributes::json, m.headers::json
        FROM unnest(slots, seqs, keys, bodies, attributes, headers) AS m(slot, seq, key, body, attributes, headers)
        LEFT JOIN slot s ON s.slot = m.slot;
      END $$;`;
}
