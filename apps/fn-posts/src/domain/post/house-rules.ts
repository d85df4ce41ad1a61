import type { Visibility } from './item-report.ts';

/** What an organization decided about its posts. */
export interface HouseRules {
  /** 0: they never expire. */
  readonly expiryDays: number;
  /** A found item needs a photo. */
  readonly photoRequired: boolean;
  /** Of a post whose author says nothing about it. */
  readonly defaultVisibility: Visibility;
  /** False: suspended or gone; what there is stays, and nothing new is taken in. */
  readonly isOpen: boolean;
}

/** For posts of no organization, and until an organization says otherwise. */
export const DEFAULT_HOUSE_RULES: HouseRules = {
  expiryDays: 30,
  photoRequired: false,
  defaultVisibility: 'public',
  isOpen: true,
};
