#include "entities/entities.h"

namespace pullquote::entities {

Linked find(const tokens::TokenizedText&, const features::Lexicon&, bool) { return {}; }

}  // namespace pullquote::entities
