/** The embedded log. `value` is kept as it is: sealed fields do not compress, and reading slices must not unpack. */
export function busTables(schema = 'bus'): { up: string; down: string } {
  return {
    up: `
      CREATE TABLE ${schema}.topic (
        topic_id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name       text    NOT NULL UNIQUE,
        partitions integer NOT NULL CHECK (partitions > 0)
      );
      CREATE TABLE ${schema}.topic_partition (
        topic_id    integer NOT NULL REFERENCES ${schema}.topic,
        partition   integer NOT NULL,
        next_offset bigint  NOT NULL DEFAULT 0,
        PRIMARY KEY (topic_id, partition)
      ) WITH (fillfactor = 20, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
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
      );`,
    down: `
      DROP TABLE IF EXISTS ${schema}.group_member, ${schema}.group_position, ${schema}.message,
        ${schema}.topic_partition, ${schema}.topic;`,
  };
}
