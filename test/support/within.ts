/** What is to come soon, or a failure that says what never came, long before the test's own time is up. */
export async function within<Found>(
  what: string,
  coming: Promise<Found>,
  patience = 10_000,
  besides: () => string = () => '',
): Promise<Found> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`in vain for ${patience} ms: ${what}${besides()}`)), patience);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}
