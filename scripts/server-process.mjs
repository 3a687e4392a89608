// The server's process is started with these settings.
// V8 lets its young generation grow to three times 32 MB under load: at 16 a busy server has 166 MB instead of 266, and a request
// costs the same. At 4 an idle one would be 15 MB smaller, and each token request a third dearer.
// glibc keeps the 19 MiB of each password hash for itself unless it is told to give large blocks back.
export const serverMemory = {
  NODE_OPTIONS: "--max-semi-space-size=16",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_ARENA_MAX: "2",
};
