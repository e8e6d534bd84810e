#include "quotes/quotes.h"

namespace pullquote::quotes {

std::vector<Quote> find(const tokens::TokenizedText&, entities::Linked&, bool) { return {}; }

}  // namespace pullquote::quotes
