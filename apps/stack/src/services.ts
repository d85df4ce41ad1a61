import { fnMatcher } from '@foundnow/fn-matcher';
import { fnMediaAi } from '@foundnow/fn-media-ai';
import { fnNotifications } from '@foundnow/fn-notifications';
import { fnPosts } from '@foundnow/fn-posts';
import type { Service } from '@foundnow/service';

/** The services of the platform, in the order of the stack's ports after the page's own. */
export const services: readonly Service[] = [fnPosts, fnMediaAi, fnMatcher, fnNotifications];
