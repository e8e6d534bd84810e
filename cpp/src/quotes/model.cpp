#include "quotes/model.h"

#include <string>
#include <utility>

#include "model/fingerprint.h"
#include "pullquote/error.h"
#include "quotes/fingerprint.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

Model::Model(const model::ModelFile& file)
    : Model(features::Clusters(file.section("clusters")), file.section(kPartsSection), file.section(kLinksSection),
            file.section(kAcceptanceSection)) {}

Model::Model(features::Clusters clusters, Bytes parts, Bytes links, Bytes acceptance)
    : learned_(true),
      clusters_(std::move(clusters)),
      parts_(model::learned_with(fingerprints().parts, parts, kPartsSection), kPartsSection),
      links_(model::learned_with(fingerprints().links, links, kLinksSection), kLinksSection),
      acceptance_(model::learned_with(fingerprints().acceptance, acceptance, kAcceptanceSection), kAcceptanceSection) {
  const auto require = [](std::size_t labels, std::size_t wanted, std::string_view section) {
    if (labels == wanted) return;
    throw Error(
        ErrorCode::kModelCorrupt,
        "a model of attributions has " + std::to_string(labels) + " labels instead of " + std::to_string(wanted),
        std::string(section), "build or install the model again");
  };
  require(parts_.labels(), kParts, kPartsSection);
  require(links_.labels(), kRoles, kLinksSection);
  require(acceptance_.width(), kVerdicts, kAcceptanceSection);
}

}  // namespace pullquote::quotes
