/** Who asks for an analysis. */
export interface Viewer {
  readonly userId: string;
  /** The organization that the person acts for now. */
  readonly orgId: string | null;
  /** Works at its desk. */
  readonly isStaff: boolean;
  /** Looks after the platform, and acts for no organization now. */
  readonly isModerator: boolean;
}
