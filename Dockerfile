# Mathora in a container: proving and drawing, without anything else on the machine.
#
#     docker build -t mathora .
#     docker run --rm -v "$PWD/my-course:/course" mathora render
FROM python:3.12-slim-bookworm

RUN apt-get update \
 && apt-get install -y --no-install-recommends gcc g++ pkg-config libcairo2-dev libpango1.0-dev libegl1 libgl1 espeak-ng \
 && rm -rf /var/lib/apt/lists/*

WORKDIR /mathora
COPY setup/requirements.lock setup/requirements.lock
RUN pip install --no-cache-dir --require-hashes -r setup/requirements.lock
COPY pyproject.toml LICENSE ./
COPY docs/package.md docs/package.md
COPY mathora mathora
COPY scenes scenes
RUN pip install --no-cache-dir --no-deps --no-build-isolation . && pip install --no-cache-dir "distributed>=2025.1"

# What is made belongs to whoever starts the container: docker run --user "$(id -u):$(id -g)" …
ENV HOME=/tmp
WORKDIR /course
ENTRYPOINT ["mathora"]
CMD ["render"]
