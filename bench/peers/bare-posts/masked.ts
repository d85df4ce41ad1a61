import { maskPersonalData } from '@foundnow/personal-data';
import type { Report } from './report-schema.ts';

/** The same texts that the service masks, with the same library. */
export function masked(report: Report): { report: Report; warnings: object[] } {
  const warnings: object[] = [];
  const clean = (path: string, text: string): string => {
    const { text: shown, found } = maskPersonalData(text);
    if (found.length > 0) warnings.push({ path, code: 'personal_data_masked', detail: '' });
    return shown;
  };
  const optional = (path: string, text: string | null) => text && clean(path, text);
  const { attributes, location } = report;
  return {
    report: {
      ...report,
      title: clean('title', report.title),
      description: clean('description', report.description),
      tags: report.tags.map((tag) => clean('tags', tag)),
      attributes: {
        brand: optional('brand', attributes.brand),
        model: optional('model', attributes.model),
        color: attributes.color.map((color) => clean('color', color)),
        material: optional('material', attributes.material),
        marks: optional('marks', attributes.marks),
      },
      location: { ...location, address: optional('address', location.address) },
    },
    warnings,
  };
}
