/** Loaded before a program: answers any message with the processor time that the program has used so far. */
process.on('message', () => process.send?.(process.cpuUsage()));
process.channel?.unref();
