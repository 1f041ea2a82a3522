/** Names of what the forms of a draft carry beside its answers. */
export const CARRIED = {
  /** Of each field that the form shows, what its writer saw. */
  seen: '_seen',
  /** The version of the draft that was read through. */
  version: '_version',
  /** Makes one draft of a form that is sent twice. */
  key: '_key',
  /** The button that goes on to the next part. */
  next: '_next',
} as const;
