// Writes the small model and a small gazetteer as this version makes them, to be kept for later versions to read.

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "pullquote/gazetteer.h"
#include "small_model.h"

int main(int count, char** values) {
  using namespace pullquote;
  if (count != 3) {
    std::fputs("usage: write_samples MODEL GAZETTEER\n", stderr);
    return 2;
  }
  small_model().save(values[1]);
  GazetteerBuilder builder;
  const auto acme = builder.add_entry({Label::kOrg, "Acme Corporation", "Q1"});
  for (const auto* const name : {"Acme", "Acme Corp"}) builder.add_name(acme, name);
  builder.add_name(acme, std::vector<GazetteerWord>{{"acme", true}, {"Holding", false}});
  builder.add_name(builder.add_entry({Label::kPerson, "", "Q2"}), "Zeta");
  builder.add_pattern(builder.add_entry({Label::kMisc, "", "case"}), R"(Case \d+)");
  const auto bytes = std::move(builder).build().to_bytes();
  std::ofstream out(values[2], std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out ? 0 : 1;
}
