import type { AreaSearch } from '../../../domain/blocking/area-searches.ts';
import type { Block } from '../../../domain/blocking/block.ts';

const EARTH_DIAMETER_METERS = 2 * 6_371_008.8;

/** The values of a statement, each with its place. */
class Values {
  readonly list: unknown[] = [];

  put(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/**
 * The nearest candidates, one more than may be compared when there are more. Of an area the index gives what is of the
 * kind, the groups, the cells and the time; what is left to measure is little more than what is wanted.
 */
export function searchSql(
  block: Block,
  areas: readonly AreaSearch[],
  most: number,
): { text: string; values: unknown[] } {
  const values = new Values();
  const lat = values.put(block.lat, 'float8');
  const lng = values.put(block.lng, 'float8');
  const reach = values.put(block.reachMeters, 'float8');
  const kind = values.put(block.kind === 'lost' ? 'found' : 'lost', 'text');
  const meters = `${EARTH_DIAMETER_METERS} * asin(least(1, sqrt(
      sin(radians(lat - ${lat}) / 2) ^ 2 + cos(radians(${lat})) * cos(radians(lat)) * sin(radians(lng - ${lng}) / 2) ^ 2)))`;
  const parts = areas.map((area) => {
    const within = area.withinMeters === 'reach' ? `${reach} + reach_meters` : values.put(area.withinMeters, 'float8');
    return `select post_id, meters from matcher.post_block, lateral (select ${meters} as meters) as away
      where kind = ${kind}${amongOf(area)} and category_group = any(${values.put(area.groups, 'text[]')})
        and ${area.column} = any(${values.put(area.cells, 'bigint[]')})
        and happened_to >= ${values.put(Math.round(area.endsFrom), 'bigint')}
        and happened_from <= ${values.put(Math.round(area.beginsTo), 'bigint')}
        and category = any(${values.put(area.categories, 'text[]')}) and meters <= ${within}`;
  });
  const text = `select post_id, min(meters) as meters from (${parts.join(' union all ')}) as near
    group by post_id order by min(meters), post_id limit ${values.put(most + 1, 'int')}`;
  return { text, values: values.list };
}

function amongOf({ among }: AreaSearch): string {
  if (among === 'all') return '';
  return among === 'travelling' ? ' and travels' : ` and reach_class = ${among}`;
}
