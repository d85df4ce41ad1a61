throw new Error('invalid ELF header');
