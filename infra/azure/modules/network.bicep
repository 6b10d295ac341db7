// The app goes out through a subnet of its own, so that it reaches model servers that have no public address.
param name string
param location string
param tags object
param addressPrefix string
param modelNetworkId string

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [
      {
        name: 'app'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 0)
          // What Flex Consumption asks for.
          delegations: [{ name: 'app', properties: { serviceName: 'Microsoft.App/environments' } }]
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: cidrSubnet(addressPrefix, 24, 1)
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ]
  }
}

// The way to the model servers' network; its owner makes the one back.
resource toModels 'Microsoft.Network/virtualNetworks/virtualNetworkPeerings@2024-05-01' = if (!empty(modelNetworkId)) {
  parent: network
  name: 'models'
  properties: {
    remoteVirtualNetwork: { id: modelNetworkId }
    allowVirtualNetworkAccess: true
    allowForwardedTraffic: false
  }
}

output networkId string = network.id
output appSubnetId string = '${network.id}/subnets/app'
output endpointSubnetId string = '${network.id}/subnets/endpoints'
