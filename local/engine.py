"""Starts MiniStack with its check of permissions on, so that a function can do here what its role grants, and no more."""

from ministack import app
from ministack.core import iam_evaluator

pin_origin = app.pin_request_origin
enforce = iam_evaluator.enforce


def enforce_on_known_resources(access_key_id, action, service, region, resource_arn="*", **context):
    # For some actions it does not tell the resource, and its CloudFormation grants secrets by name where AWS has ARNs.
    if resource_arn == "*" or service == "secretsmanager":
        return None
    denied = enforce(access_key_id, action, service, region, resource_arn=resource_arn, **context)
    if denied:
        print(f"DENIED {action} on {resource_arn}: {denied}", flush=True)
    return denied


# The loopback counts as safe transport, which the policies of buckets and queues demand.
app.pin_request_origin = lambda source_ip, _is_secure: pin_origin(source_ip, True)
iam_evaluator.enforce = enforce_on_known_resources

app.main()
