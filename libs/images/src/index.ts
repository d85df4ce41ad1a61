export type { CleanImage, EncodedImage, ImageForm } from './clean-image.ts';
export { ImageCleaner, type ImageCleanerOptions } from './image-cleaner.ts';
export { IMAGE_LIMITS, type ImageLimits } from './image-limits.ts';
export { IMAGE_TYPES, type ImageType } from './image-type.ts';
