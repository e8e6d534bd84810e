// Gazetteers as bytes, which come back from a pickle or another process: an Error, or a gazetteer that can be used.

#include "fuzz.h"
#include "gazetteer/find.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace pullquote;
  using fuzz::require;
  static const text::Text kText("Acme Corp and Zeta won Case 17.\n\nACME of Lund, said Zeta.");
  static const auto kTokens = tokens::analyse(kText);
  try {
    const auto known = Gazetteer::from_bytes(fuzz::text_of(data, size));
    std::uint32_t end = 0;
    for (const auto& match : gazetteer::find(known, kTokens)) {
      require(end <= match.tokens.first && match.tokens.first < match.tokens.last, "matches are in order");
      require(match.tokens.last <= kTokens.tokens.size() && match.entry < known.entries(), "matches are in bounds");
      end = match.tokens.last;
    }
    require(Gazetteer::from_bytes(known.to_bytes()).to_bytes() == known.to_bytes(), "what was read can be kept");
  } catch (const Error& error) {
    require(!error.problem().empty(), "an error says what is wrong");
  }
  return 0;
}
