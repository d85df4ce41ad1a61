import type { EventMap } from '@foundnow/contracts';
import { maskPersonalData } from '@foundnow/personal-data';
import type { Report } from './report-schema.ts';

type Texts = Pick<Report, 'title' | 'tags' | 'attributes' | 'location'> & { readonly description: string };
type Clean = (path: string, text: string) => string;

/** The same texts that the service masks, with the same library. */
export function masked(report: Report): { report: Report; warnings: object[] } {
  const warnings: object[] = [];
  const clean = (path: string, text: string): string => {
    const { text: shown, found } = maskPersonalData(text);
    if (found.length > 0) warnings.push({ path, code: 'personal_data_masked', detail: '' });
    return shown;
  };
  return { report: { ...report, ...cleaned(report, clean) }, warnings };
}

/** Once more before it is published, as the service does. */
export function screened(post: EventMap['post.created']): EventMap['post.created'] {
  const { attributes, tags, location } = post;
  const texts = { ...post, tags: [...tags], attributes: { ...attributes, color: [...attributes.color] }, location };
  const clean = (_path: string, text: string) => maskPersonalData(text).text;
  return { ...post, ...cleaned({ ...texts, description: post.description ?? '' }, clean) };
}

function cleaned({ title, description, tags, attributes, location }: Texts, clean: Clean): Texts {
  const optional = (path: string, text: string | null) => text && clean(path, text);
  return {
    title: clean('title', title),
    description: clean('description', description),
    tags: tags.map((tag) => clean('tags', tag)),
    attributes: {
      brand: optional('brand', attributes.brand),
      model: optional('model', attributes.model),
      color: attributes.color.map((color) => clean('color', color)),
      material: optional('material', attributes.material),
      marks: optional('marks', attributes.marks),
    },
    location: { ...location, address: optional('address', location.address) },
  };
}
