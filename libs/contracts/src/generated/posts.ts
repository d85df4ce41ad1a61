// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.

/** An item was reported. */
export interface PostCreated {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item. */
  readonly authorId: string;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Where the post is in its life. */
  readonly status: PostStatus;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Text of the post, contact data masked. */
  readonly description: string | null;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Tags that the author accepted or wrote. */
  readonly tags: readonly string[];
  /** What the item is like. */
  readonly attributes: ItemAttributes;
  /** Serial numbers for comparison. */
  readonly identifiers: readonly Identifier[];
  /** JWE: the serial numbers themselves, for scoring near misses. Only matcher opens it. */
  readonly sealedIdentifiers: string | null;
  /** JWE: questions and answers that only the owner could know. Only matcher opens it. */
  readonly sealedProof: string | null;
  /** Where it was lost or found. */
  readonly location: Place;
  /** The point that strangers may see. */
  readonly publicLocation: PublicPlace;
  /** How far off the place may be. */
  readonly radiusMeters: number;
  /** Start of the time in which it was lost or found. Milliseconds since 1970, UTC. */
  readonly occurredFrom: number;
  /** End of that time. Milliseconds since 1970, UTC. */
  readonly occurredTo: number;
  /** All photos, in order. */
  readonly photos: readonly Photo[];
  /** Version of the post at which its photos last changed. */
  readonly photosVersion: number;
  /** What the author offers. */
  readonly reward: Money | null;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** How it came in: self, desk, bulk, import. */
  readonly intake: string;
  /** When it was reported. Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  /** When it last changed. Milliseconds since 1970, UTC. */
  readonly updatedAt: number;
  /** When it expires if nothing happens; null = never. Milliseconds since 1970, UTC. */
  readonly expiresAt: number | null;
  /** Set when several items were taken in together. */
  readonly batchId: string | null;
}

/** Who may read. What a reader does not know it treats as private. */
export type Visibility = 'unknown' | 'public' | 'organization' | 'private';

/** Lost or found. */
export type PostKind = 'unknown' | 'lost' | 'found';

/** Where the post is in its life. */
export type PostStatus = 'unknown' | 'active' | 'resolved' | 'expired' | 'deleted';

/** What the author says the item is like. */
export interface ItemAttributes {
  /** Maker. */
  readonly brand: string | null;
  /** Model. */
  readonly model: string | null;
  /** Colours, the main one first. */
  readonly color: readonly string[];
  /** Material. */
  readonly material: string | null;
  /** Marks that may be shown: a sticker, a scratch. */
  readonly marks: string | null;
}

/** A serial number that can be compared and not read. */
export interface Identifier {
  /** serial, imei, asset-tag. */
  readonly type: string;
  /** HMAC-SHA-256 of the normalised value, base64url. */
  readonly keyedHash: string;
  /** Key of the HMAC: only hashes under one key compare. */
  readonly hashKeyId: string;
}

/** The exact place, for services only. */
export interface Place {
  /** Degrees, WGS 84. */
  readonly lat: number;
  /** Degrees, WGS 84. */
  readonly lng: number;
  /** Radius of the position fix. */
  readonly accuracyMeters: number | null;
  /** As the author wrote it, contact data masked. */
  readonly address: string | null;
}

/** The blurred point that strangers may see; it never moves for one post. */
export interface PublicPlace {
  /** Degrees, WGS 84. */
  readonly lat: number;
  /** Degrees, WGS 84. */
  readonly lng: number;
}

/** A photo as fn-posts stored it: decoded, turned upright, without metadata. */
export interface Photo {
  /** The photo. */
  readonly photoId: string;
  /** Key of the private original. */
  readonly objectKey: string;
  /** Media type of the original after re-encoding. */
  readonly contentType: string;
  /** Size of the original. */
  readonly byteLength: number;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Hash of the original, hex: analyses are cached by it. */
  readonly sha256: string;
  /** Order within the post, from 0. */
  readonly position: number;
  /** What the author wrote below it, contact data masked. */
  readonly caption: string | null;
  /** Smaller private forms. */
  readonly variants: readonly PhotoVariant[];
  /** Redacted forms that may be shown; empty until the photo was redacted. */
  readonly publicVariants: readonly PhotoVariant[];
}

/** One stored size of a photo. */
export interface PhotoVariant {
  /** Longest edge in pixels, as text: 320, 1280. */
  readonly name: string;
  /** Key in the object store; readers sign it, they never build it. */
  readonly objectKey: string;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
}

/** An amount in the smallest unit of its currency. */
export interface Money {
  /** Cents, pence, yen. */
  readonly amountMinor: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** A post changed; carries all of it. */
export interface PostUpdated {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Where the post is in its life. */
  readonly status: PostStatus;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Text of the post, contact data masked. */
  readonly description: string | null;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Tags that the author accepted or wrote. */
  readonly tags: readonly string[];
  /** What the item is like. */
  readonly attributes: ItemAttributes;
  /** Serial numbers for comparison. */
  readonly identifiers: readonly Identifier[];
  /** JWE: the serial numbers themselves, for scoring near misses. Only matcher opens it. */
  readonly sealedIdentifiers: string | null;
  /** JWE: questions and answers that only the owner could know. Only matcher opens it. */
  readonly sealedProof: string | null;
  /** Where it was lost or found. */
  readonly location: Place;
  /** The point that strangers may see. */
  readonly publicLocation: PublicPlace;
  /** How far off the place may be. */
  readonly radiusMeters: number;
  /** Start of the time in which it was lost or found. Milliseconds since 1970, UTC. */
  readonly occurredFrom: number;
  /** End of that time. Milliseconds since 1970, UTC. */
  readonly occurredTo: number;
  /** All photos, in order. */
  readonly photos: readonly Photo[];
  /** Version of the post at which its photos last changed. */
  readonly photosVersion: number;
  /** What the author offers. */
  readonly reward: Money | null;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** How it came in: self, desk, bulk, import. */
  readonly intake: string;
  /** When it was reported. Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  /** When it last changed. Milliseconds since 1970, UTC. */
  readonly updatedAt: number;
  /** When it expires if nothing happens; null = never. Milliseconds since 1970, UTC. */
  readonly expiresAt: number | null;
  /** Names of the fields that differ from the version before. */
  readonly changedFields: readonly string[];
  /** Why: edited, suggestion_accepted, suggestion_undone, photos_redacted, moderated. */
  readonly reason: string;
}

/** A photo joined a post. */
export interface PostPhotoAdded {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Text of the post, contact data masked. */
  readonly description: string | null;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Tags that the author accepted or wrote. */
  readonly tags: readonly string[];
  /** What the item is like. */
  readonly attributes: ItemAttributes;
  /** The new photo. */
  readonly photo: Photo;
  /** All photos now, in order. */
  readonly photos: readonly Photo[];
  /** Version of the post at which its photos last changed. */
  readonly photosVersion: number;
}

/** A photo left a post; its stored forms are to go too. */
export interface PostPhotoRemoved {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Text of the post, contact data masked. */
  readonly description: string | null;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Tags that the author accepted or wrote. */
  readonly tags: readonly string[];
  /** What the item is like. */
  readonly attributes: ItemAttributes;
  /** The photo that left. */
  readonly photo: Photo;
  /** All photos now, in order. */
  readonly photos: readonly Photo[];
  /** Version of the post at which its photos last changed. */
  readonly photosVersion: number;
}

/** The author or the desk closed a post. */
export interface PostResolved {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** How it ended: returned, found_elsewhere, withdrawn, donated, disposed, other. */
  readonly resolution: string;
  /** The match that ended it. */
  readonly matchId: string | null;
  /** The claim that ended it. */
  readonly claimId: string | null;
  /** The other post of the match. */
  readonly counterpartPostId: string | null;
  /** When it was reported. Milliseconds since 1970, UTC. */
  readonly createdAt: number;
}

/** A post will expire soon. */
export interface PostExpiring {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** When it will. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** A post ran out of time. */
export interface PostExpired {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** When it was due. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** A closed post is open again; carries all of it. */
export interface PostReactivated {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Where the post is in its life. */
  readonly status: PostStatus;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Text of the post, contact data masked. */
  readonly description: string | null;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Tags that the author accepted or wrote. */
  readonly tags: readonly string[];
  /** What the item is like. */
  readonly attributes: ItemAttributes;
  /** Serial numbers for comparison. */
  readonly identifiers: readonly Identifier[];
  /** JWE: the serial numbers themselves, for scoring near misses. Only matcher opens it. */
  readonly sealedIdentifiers: string | null;
  /** JWE: questions and answers that only the owner could know. Only matcher opens it. */
  readonly sealedProof: string | null;
  /** Where it was lost or found. */
  readonly location: Place;
  /** The point that strangers may see. */
  readonly publicLocation: PublicPlace;
  /** How far off the place may be. */
  readonly radiusMeters: number;
  /** Start of the time in which it was lost or found. Milliseconds since 1970, UTC. */
  readonly occurredFrom: number;
  /** End of that time. Milliseconds since 1970, UTC. */
  readonly occurredTo: number;
  /** All photos, in order. */
  readonly photos: readonly Photo[];
  /** Version of the post at which its photos last changed. */
  readonly photosVersion: number;
  /** What the author offers. */
  readonly reward: Money | null;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** How it came in: self, desk, bulk, import. */
  readonly intake: string;
  /** When it was reported. Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  /** When it last changed. Milliseconds since 1970, UTC. */
  readonly updatedAt: number;
  /** When it expires if nothing happens; null = never. Milliseconds since 1970, UTC. */
  readonly expiresAt: number | null;
  /** What it was. */
  readonly previousStatus: PostStatus;
}

/** A post is gone for good; says as little about it as it can. */
export interface PostDeleted {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Why: author, staff, moderation, erasure, retention. */
  readonly reason: string;
  /** What it was. */
  readonly previousStatus: PostStatus;
  /** Photos that go with it. */
  readonly photoIds: readonly string[];
}

/** A live post as it stands, for readers that start later than the log; changes nothing. */
export interface PostSnapshot {
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the post after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Who reported the item; null once the author was erased. */
  readonly authorId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Where the post is in its life. */
  readonly status: PostStatus;
  /** Headline of the post, contact data masked. */
  readonly title: string;
  /** Text of the post, contact data masked. */
  readonly description: string | null;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Tags that the author accepted or wrote. */
  readonly tags: readonly string[];
  /** What the item is like. */
  readonly attributes: ItemAttributes;
  /** Serial numbers for comparison. */
  readonly identifiers: readonly Identifier[];
  /** JWE: the serial numbers themselves, for scoring near misses. Only matcher opens it. */
  readonly sealedIdentifiers: string | null;
  /** JWE: questions and answers that only the owner could know. Only matcher opens it. */
  readonly sealedProof: string | null;
  /** Where it was lost or found. */
  readonly location: Place;
  /** The point that strangers may see. */
  readonly publicLocation: PublicPlace;
  /** How far off the place may be. */
  readonly radiusMeters: number;
  /** Start of the time in which it was lost or found. Milliseconds since 1970, UTC. */
  readonly occurredFrom: number;
  /** End of that time. Milliseconds since 1970, UTC. */
  readonly occurredTo: number;
  /** All photos, in order. */
  readonly photos: readonly Photo[];
  /** Version of the post at which its photos last changed. */
  readonly photosVersion: number;
  /** What the author offers. */
  readonly reward: Money | null;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** How it came in: self, desk, bulk, import. */
  readonly intake: string;
  /** When it was reported. Milliseconds since 1970, UTC. */
  readonly createdAt: number;
  /** When it last changed. Milliseconds since 1970, UTC. */
  readonly updatedAt: number;
  /** When it expires if nothing happens; null = never. Milliseconds since 1970, UTC. */
  readonly expiresAt: number | null;
}

/** Somebody asks the author of a post for contact. */
export interface ContactRequested {
  /** The contact exchange. */
  readonly exchangeId: string;
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** How the post came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the contact exchange after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Author of the post; null once the author was erased. */
  readonly ownerId: string | null;
  /** Who asks for contact. */
  readonly requesterId: string;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** The match behind it. */
  readonly matchId: string | null;
  /** The verified claim that opened it. */
  readonly claimId: string | null;
  /** What opened it: requester, claim. */
  readonly openedBy: string;
  /** What is asked for: email, phone. */
  readonly requestedFields: readonly string[];
  /** JWE: what the requester wrote to the author. Only notifications opens it. */
  readonly sealedMessage: string | null;
  /** Until when the author can answer. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** The author lets the requester see contact data. */
export interface ContactApproved {
  /** The contact exchange. */
  readonly exchangeId: string;
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** How the post came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the contact exchange after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Author of the post; null once the author was erased. */
  readonly ownerId: string | null;
  /** Who asks for contact. */
  readonly requesterId: string;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** The match behind it. */
  readonly matchId: string | null;
  /** The verified claim that opened it. */
  readonly claimId: string | null;
  /** What may be revealed: email, phone. */
  readonly approvedFields: readonly string[];
  /** Whether it can be revealed once only. */
  readonly singleUse: boolean;
  /** When it ends. Milliseconds since 1970, UTC. */
  readonly validUntil: number;
  /** JWE: token of the link to the reveal page. Only notifications opens it. */
  readonly sealedRevealToken: string | null;
}

/** The author refuses contact. */
export interface ContactDenied {
  /** The contact exchange. */
  readonly exchangeId: string;
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** How the post came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the contact exchange after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Author of the post; null once the author was erased. */
  readonly ownerId: string | null;
  /** Who asks for contact; null once that person was erased. */
  readonly requesterId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** The match behind it. */
  readonly matchId: string | null;
  /** The verified claim that opened it. */
  readonly claimId: string | null;
  /** Why: not_owner, insufficient_verification, suspicious, post_resolved, preference, other. */
  readonly reason: string;
}

/** The requester withdrew. */
export interface ContactCancelled {
  /** The contact exchange. */
  readonly exchangeId: string;
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** How the post came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the contact exchange after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Author of the post; null once the author was erased. */
  readonly ownerId: string | null;
  /** Who asks for contact; null once that person was erased. */
  readonly requesterId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** The match behind it. */
  readonly matchId: string | null;
  /** The verified claim that opened it. */
  readonly claimId: string | null;
}

/** A contact exchange ran out of time; what it held is destroyed. */
export interface ContactExpired {
  /** The contact exchange. */
  readonly exchangeId: string;
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** How the post came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the contact exchange after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Author of the post; null once the author was erased. */
  readonly ownerId: string | null;
  /** Who asks for contact; null once that person was erased. */
  readonly requesterId: string | null;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** The match behind it. */
  readonly matchId: string | null;
  /** The verified claim that opened it. */
  readonly claimId: string | null;
  /** What it was: pending, approved. */
  readonly previousStatus: string;
}

/** The requester saw contact data. */
export interface ContactRevealed {
  /** The contact exchange. */
  readonly exchangeId: string;
  /** The post. */
  readonly postId: string;
  /** Organization of the post; null = none. */
  readonly orgId: string | null;
  /** How the post came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the post. */
  readonly language: string;
  /** Version of the contact exchange after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Author of the post; null once the author was erased. */
  readonly ownerId: string | null;
  /** Who asks for contact. */
  readonly requesterId: string;
  /** Lost or found. */
  readonly kind: PostKind;
  /** Headline of the post. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** The match behind it. */
  readonly matchId: string | null;
  /** The verified claim that opened it. */
  readonly claimId: string | null;
  /** What was seen: email, phone. */
  readonly revealedFields: readonly string[];
  /** How often by now. */
  readonly revealCount: number;
  /** Whether this was the only time. */
  readonly singleUse: boolean;
  /** When it ends. Milliseconds since 1970, UTC. */
  readonly validUntil: number;
}
