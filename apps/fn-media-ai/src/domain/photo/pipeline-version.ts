/** Another one when the same photo is read otherwise: analyses of older versions can be made anew. */
export const PIPELINE_VERSION = '2';
