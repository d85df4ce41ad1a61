export type PostStatus = 'active' | 'resolved' | 'expired' | 'deleted';
