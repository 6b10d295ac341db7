// Alerts of the platform; those of the product itself are the rules of infra/observability.
param location string
param tags object
param insightsId string
param functionAppId string
param storageId string
param email string

resource team 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'workflows-team'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'workflows'
    emailReceivers: [{ name: 'team', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var actions = empty(email) ? [] : [team.id]

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'workflows-http-errors'
  location: 'global'
  tags: tags
  properties: {
    description: 'More than five requests in five minutes were answered with a server error.'
    severity: 1
    enabled: true
    scopes: [functionAppId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'http5xx'
          metricNamespace: 'Microsoft.Web/sites'
          metricName: 'Http5xx'
          operator: 'GreaterThan'
          threshold: 5
          timeAggregation: 'Total'
        }
      ]
    }
    actions: [for action in actions: { actionGroupId: action }]
  }
}

resource storageUnavailable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'workflows-storage-availability'
  location: 'global'
  tags: tags
  properties: {
    description: 'The storage account answers less than 99 % of its requests.'
    severity: 1
    enabled: true
    scopes: [storageId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'availability'
          metricNamespace: 'Microsoft.Storage/storageAccounts'
          metricName: 'Availability'
          operator: 'LessThan'
          threshold: 99
          timeAggregation: 'Average'
        }
      ]
    }
    actions: [for action in actions: { actionGroupId: action }]
  }
}

resource failures 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'workflows-failed-functions'
  location: location
  tags: tags
  properties: {
    displayName: 'Workflows: functions fail'
    description: 'Orchestrations, activities or triggers failed more than twenty times in fifteen minutes.'
    severity: 2
    enabled: true
    scopes: [insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      allOf: [
        {
          query: 'requests | where success == false'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 20
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: actions }
  }
}
