import { uuidv7 } from '@foundnow/kernel';
import type { Photo } from '../src/domain/photo/photo.ts';

/** A photo as it is kept; say only what matters to the test. */
export function aPhoto(different: Partial<Photo> = {}): Photo {
  const folder = 'private/0f1e2d3c4b5a69788796a5b4c3d2e1f000112233';
  return {
    id: uuidv7.next(),
    objectKey: `${folder}/original.jpg`,
    contentType: 'image/jpeg',
    byteLength: 1_489_830,
    width: 3024,
    height: 4032,
    sha256: '8cfd8c05429e7082bd8b1335afea37708b898084fac458df069ff59eaba6e2fe',
    caption: null,
    placeholder: 'data:image/webp;base64,UklGRg==',
    forms: [
      { name: '1280', objectKey: `${folder}/1280.jpg`, width: 960, height: 1280 },
      { name: '320', objectKey: `${folder}/320.jpg`, width: 240, height: 320 },
    ],
    publicForms: [],
    ...different,
  };
}
