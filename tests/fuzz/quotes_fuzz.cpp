// Quotations by their marks, against the naive reference.

#include "fuzz.h"
#include "quotes/quotations.h"
#include "reference/quotations_reference.h"

namespace {

bool same(const pullquote::quotes::Quotation& x, const pullquote::quotes::Quotation& y) {
  return x.tokens == y.tokens && x.inside == y.inside && x.section == y.section && x.closed == y.closed &&
         x.continues == y.continues;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  using fuzz::require;
  const text::Text text(fuzz::text_of(data, size));
  const auto tokens = tokens::analyse(text);
  for (const bool boilerplate : {false, true}) {
    const auto found = quotes::find_quotations(tokens, boilerplate);
    std::uint32_t end = 0;
    for (const auto& quotation : found) {
      require(end <= quotation.tokens.first, "quotations do not overlap");
      require(!quotation.inside.empty() && quotation.tokens.contains(quotation.inside), "a quotation holds words");
      require(tokens.sections[quotation.section].tokens.contains(quotation.tokens),
              "a quotation ends with its section");
      end = quotation.tokens.last;
    }
    if (tokens.tokens.size() > 2000) continue;
    const auto expected = reference::find_quotations(tokens, boilerplate);
    require(found.size() == expected.size(), "as many quotations as the reference finds");
    for (std::size_t i = 0; i < found.size(); ++i) require(same(found[i], expected[i]), "the reference's quotations");
  }
  return 0;
}
