import { describeTakingInPosts } from '@foundnow/service/testing';
import { fnMediaAi } from '../../src/service.ts';

describeTakingInPosts(fnMediaAi);
