import { describeTakingInPosts } from '@foundnow/service/testing';
import { fnMatcher } from '../../src/service.ts';

describeTakingInPosts(fnMatcher);
