#include "learned_sections.h"

#include "entities/fingerprint.h"
#include "quotes/fingerprint.h"
#include "quotes/model.h"
#include "syntax/fingerprint.h"
#include "syntax/syntax.h"

namespace pullquote::train {

std::optional<std::uint64_t> fingerprint_for(std::string_view section) {
  if (section == "mentions") return entities::fingerprint();
  if (section == syntax::Syntax::kSection) return syntax::fingerprint();
  if (section == quotes::kPartsSection) return quotes::fingerprints().parts;
  if (section == quotes::kLinksSection) return quotes::fingerprints().links;
  if (section == quotes::kAcceptanceSection) return quotes::fingerprints().acceptance;
  return std::nullopt;
}

}  // namespace pullquote::train
