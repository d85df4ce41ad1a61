import { describeDocumentedAnswers } from './documented-answers.conformance.ts';
import { startGalleryApp } from './gallery-app.ts';

describeDocumentedAnswers(startGalleryApp);
