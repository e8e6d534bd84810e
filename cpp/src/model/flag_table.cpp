#include "model/flag_table.h"
