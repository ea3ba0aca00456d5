FROM python:3.12-slim
WORKDIR /app
RUN useradd --create-home ploeg
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml hatch_build.py README.md LICENSE ./
COPY graph graph
COPY queries queries
COPY ingest ingest
COPY viz viz
COPY api api
COPY ploeg ploeg
RUN pip install --no-cache-dir --no-deps --no-build-isolation . && rm -rf viz/web/node_modules /root/.npm
USER ploeg
CMD ["ploeg", "serve"]
