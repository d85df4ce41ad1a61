/** Who does something. */
export interface Actor {
  readonly userId: string;
  /** The organization that the person acts for now. */
  readonly orgId: string | null;
  /** Works at its desk. */
  readonly isStaff: boolean;
}
