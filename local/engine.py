"""Starts MiniStack with its check of permissions on, so that a function can do here what its role grants, and no more."""

from ministack import app
from ministack.core import iam_evaluator
from ministack.services import lambda_svc

pin_origin = app.pin_request_origin
enforce = iam_evaluator.enforce
functions_state = lambda_svc.get_state


def enforce_on_known_resources(access_key_id, action, service, region, resource_arn="*", **context):
    # For some actions it does not tell the resource, and its CloudFormation grants secrets by name where AWS has ARNs.
    if resource_arn == "*" or service == "secretsmanager":
        return None
    denied = enforce(access_key_id, action, service, region, resource_arn=resource_arn, **context)
    if denied:
        print(f"DENIED {action} on {resource_arn}: {denied}", flush=True)
    return denied


def functions_state_without_positions():
    # A stream's records do not outlive the process: positions that did would be ahead of all that come.
    return {**functions_state(), "dynamodb_stream_positions": {}}


# The loopback counts as safe transport, which the policies of buckets and queues demand.
app.pin_request_origin = lambda source_ip, _is_secure: pin_origin(source_ip, True)
iam_evaluator.enforce = enforce_on_known_resources
lambda_svc.get_state = functions_state_without_positions

app.main()
