// First in every image: secrets may come as a file instead of variables. What is set as a variable wins.
import { existsSync } from 'node:fs';

const file = process.env.SECRETS_FILE ?? '';
if (existsSync(file)) process.loadEnvFile(file);
