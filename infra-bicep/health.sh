#!/usr/bin/env bash
# Waits until a deployed desk has read positions, judged the rules and followed up on closes, each at least once, and has no problem.
#   health.sh RESOURCE_GROUP FUNCTION_APP
set -euo pipefail
group=$1 app=$2
report=$(mktemp)
trap 'rm -f "$report"' EXIT

host=$(az functionapp show --resource-group "$group" --name "$app" --query defaultHostName --output tsv)
for attempt in {1..20}; do
  # A new app makes its function keys at its first start.
  key=$(az functionapp keys list --resource-group "$group" --name "$app" --query functionKeys.default --output tsv 2>/dev/null || true)
  [[ -z $key || -z ${GITHUB_ACTIONS:-} ]] || echo "::add-mask::$key"
  # The key goes in by standard input: arguments are seen by every process.
  status=$(curl --silent --output "$report" --write-out '%{http_code}' --max-time 20 --config - "https://$host/api/health" \
    <<<"header = \"x-functions-key: $key\"" || true)
  if [[ $status == 200 ]] && jq --exit-status '[.runs.Sync, .runs.Sweep, .runs.Settlement] | all(.lastSuccessAt != null)' "$report" >/dev/null; then
    jq '{status, mode, tradingState, openPositions, unsettledClosings, outboxDepth, chat}' "$report"
    exit 0
  fi
  echo "attempt $attempt: $status $(jq --compact-output '.problems // empty' "$report" 2>/dev/null || true)"
  sleep 15
done
echo "The desk does not report that it watches. Its problems are above, its log in Application Insights (docs/deploy.md)." >&2
exit 1
