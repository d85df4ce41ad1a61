import { fnMatcher } from '@foundnow/fn-matcher';
import { fnMediaAi } from '@foundnow/fn-media-ai';
import { fnNotifications } from '@foundnow/fn-notifications';
import { fnPosts } from '@foundnow/fn-posts';
import type { Service } from '@foundnow/service';

/** The services that the stack runs, in the order of their ports after the page's own. */
export const services: readonly Service[] = [fnPosts, fnMediaAi, fnMatcher, fnNotifications];
