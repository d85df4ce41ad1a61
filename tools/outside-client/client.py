"""A consumer and producer that knows nothing of FoundNow but a broker and a schema registry.

Confluent's Python client as it is: no code of this repository runs here. Answers are JSON, one value per line.
"""

import argparse
import datetime
import json
import sys
import time
import uuid

from confluent_kafka import Consumer, Producer, TopicPartition
from confluent_kafka.schema_registry import (
    SchemaRegistryClient,
    topic_record_subject_name_strategy,
)
from confluent_kafka.schema_registry.avro import AvroDeserializer, AvroSerializer
from confluent_kafka.serialization import MessageField, SerializationContext

PATIENCE_SECONDS = 45


def plain(value):
    """What Avro's logical types become in Python, as numbers and texts that JSON has."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, datetime.datetime):
        return (value - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(milliseconds=1)
    if isinstance(value, uuid.UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("latin-1")
    return value


def read(options):
    """Every event of one source that was published since a time, decoded by the id in front of it."""
    registry = SchemaRegistryClient({"url": options.registry})
    deserialize = AvroDeserializer(registry)
    consumer = Consumer({"bootstrap.servers": options.brokers, "group.id": f"outside-{uuid.uuid4()}", "enable.auto.commit": False})
    partitions = [
        TopicPartition(topic, partition, options.since)
        for topic in options.topics
        for partition in consumer.list_topics(topic, timeout=15).topics[topic].partitions
    ]
    consumer.assign(consumer.offsets_for_times(partitions, timeout=15))
    found, end = 0, time.monotonic() + PATIENCE_SECONDS
    while found < options.count and time.monotonic() < end:
        message = consumer.poll(1.0)
        if message is None:
            continue
        if message.error():
            raise SystemExit(f"Kafka: {message.error()}")
        headers = {name: value.decode() for name, value in message.headers() or []}
        if headers.get("ce_source") != options.source:
            continue
        value = deserialize(message.value(), SerializationContext(message.topic(), MessageField.VALUE))
        answer = {"topic": message.topic(), "key": message.key().decode(), "headers": headers, "value": plain(value)}
        print(json.dumps(answer), flush=True)
        found += 1
    consumer.close()
    if found < options.count:
        raise SystemExit(f"{found} of {options.count} events arrived within {PATIENCE_SECONDS} s")


def write(options):
    """Publishes what stands on standard input: each line topic, record, key, headers and value of one event."""
    registry = SchemaRegistryClient({"url": options.registry})
    producer = Producer({"bootstrap.servers": options.brokers, "enable.idempotence": True, "compression.type": "zstd"})
    serializers, failures = {}, []
    for line in sys.stdin:
        event = json.loads(line)
        subject = f"{event['topic']}-{event['record']}"
        if subject not in serializers:
            schema = registry.get_latest_version(subject).schema.schema_str
            serializers[subject] = AvroSerializer(
                registry,
                schema,
                conf={
                    "auto.register.schemas": False,
                    "use.latest.version": options.latest,
                    "subject.name.strategy": topic_record_subject_name_strategy,
                },
            )
        context = SerializationContext(event["topic"], MessageField.VALUE)
        producer.produce(
            event["topic"],
            key=event["key"],
            value=serializers[subject](event["value"], context),
            headers=event["headers"],
            on_delivery=lambda error, _: failures.append(str(error)) if error else None,
        )
        producer.poll(0)
    left = producer.flush(PATIENCE_SECONDS)
    if left or failures:
        raise SystemExit(f"{left} events were not acknowledged, {len(failures)} refused: {failures[:3]}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, run in (("read", read), ("write", write)):
        command = commands.add_parser(name, help=run.__doc__)
        command.add_argument("--brokers", required=True)
        command.add_argument("--registry", required=True)
        command.set_defaults(run=run)
        if run is write:
            command.add_argument("--latest", action="store_true", help="take the newest schema instead of looking the id up")
            continue
        command.add_argument("--since", type=int, required=True, help="milliseconds since 1970")
        command.add_argument("--source", required=True, help="only events with this ce_source")
        command.add_argument("--count", type=int, required=True)
        command.add_argument("topics", nargs="+")
    return parser.parse_args()


if __name__ == "__main__":
    given = arguments()
    given.run(given)
