#include <array>
#include <cstdio>
#include <exception>
#include <string_view>
#include <utility>

#include "features/lexicon.h"
#include "lexicon_lists.h"
#include "model/model_file.h"

// Makes the model file: build_model --data DIR --supplement FILE --out FILE

namespace {

using namespace pullquote;

struct Arguments {
  train::Sources sources;
  std::filesystem::path out;
};

bool read_arguments(int count, char** values, Arguments& arguments) {
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string_view name = values[i];
    if (name == "--data") {
      arguments.sources.data = values[i + 1];
    } else if (name == "--supplement") {
      arguments.sources.supplement = values[i + 1];
    } else if (name == "--out") {
      arguments.out = values[i + 1];
    } else {
      return false;
    }
  }
  return count == 7 && !arguments.sources.data.empty() && !arguments.sources.supplement.empty() &&
         !arguments.out.empty();
}

void print_counts(const train::LexiconBuilder& lexicon) {
  constexpr std::array<std::pair<const char*, std::uint32_t>, 11> kClasses = {{
      {"male first names", features::kMaleFirstName},
      {"female first names", features::kFemaleFirstName},
      {"surnames", features::kSurname},
      {"countries", features::kCountry},
      {"demonyms", features::kDemonym},
      {"capitals", features::kCapital},
      {"cities", features::kCity},
      {"regions", features::kRegion},
      {"organisations", features::kOrganisation},
      {"names that are words too", features::kGivenAsWord},
      {"common words", features::kCommonWord},
  }};
  for (const auto& [name, bit] : kClasses) std::printf("| %s | %zu |\n", name, lexicon.count(bit));
  std::printf("| all | %zu |\n", lexicon.entries().size());
}

}  // namespace

int main(int count, char** values) {
  Arguments arguments;
  if (!read_arguments(count, values, arguments)) {
    std::fputs("usage: build_model --data DIR --supplement FILE --out FILE\n", stderr);
    return 2;
  }
  try {
    const auto lexicon = train::read_lexicon(arguments.sources);
    model::ModelWriter writer;
    writer.add("lexicon", lexicon.build());
    writer.save(arguments.out);
    print_counts(lexicon);
    std::printf("%s: %zu bytes\n", arguments.out.string().c_str(), writer.bytes().size());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "build_model: %s\n", error.what());
    return 1;
  }
}
