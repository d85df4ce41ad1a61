export const SHARDS = 8;

/** FNV-1a over UTF-16 units. Rows carry the result, so this must never change: a key would have two orders. */
export function shardOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
