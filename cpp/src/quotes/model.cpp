#include "quotes/model.h"

#include <string>

#include "pullquote/error.h"
#include "quotes/tagging.h"

namespace pullquote::quotes {

Model::Model(const model::ModelFile& file)
    : learned_(true),
      clusters_(file.section("clusters")),
      parts_(file.section(kPartsSection), kPartsSection),
      links_(file.section(kLinksSection), kLinksSection),
      acceptance_(file.section(kAcceptanceSection), kAcceptanceSection) {
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
