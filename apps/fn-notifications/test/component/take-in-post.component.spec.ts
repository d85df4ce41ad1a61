import { describeTakingInPosts } from '@foundnow/service/testing';
import { fnNotifications } from '../../src/service.ts';

describeTakingInPosts(fnNotifications);
