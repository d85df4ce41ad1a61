import { fnMatcher } from '@foundnow/fn-matcher';
import { fnMediaAi } from '@foundnow/fn-media-ai';
import { fnNotifications } from '@foundnow/fn-notifications';
import { fnPosts } from '@foundnow/fn-posts';

/** The services that the stack runs, in the order of their ports after the page's own. */
export const services = [fnPosts, fnMediaAi, fnMatcher, fnNotifications] as const;

export type StackService = (typeof services)[number];
