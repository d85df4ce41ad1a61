import { CATEGORIES } from '@foundnow/kernel';

const text = { type: 'string' };
const confidence = { type: 'number' };

/** Structured outputs demand that every property is required and none is added; lengths they do not know. */
function record(properties: Readonly<Record<string, object>>): object {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const said = record({ value: text, confidence });
const list = { type: 'array', items: said };

/** All that the model can say: the fields of a finding. It has no tool and no field that could ask for anything. */
export const ANSWER_SCHEMA = {
  ...record({
    category: record({ value: { type: 'string', enum: [...CATEGORIES, 'unknown'] }, confidence }),
    title: said,
    description: said,
    brand: said,
    model: said,
    material: said,
    tags: list,
    objects: list,
    colors: list,
    texts: list,
    sensitive: { type: 'boolean' },
  }),
};
